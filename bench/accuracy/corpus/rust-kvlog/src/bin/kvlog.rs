use clap::{Parser, Subcommand};
use kvlog::Store;

#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    path: std::path::PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the value of a key
    Get { key: String },
    /// Write a key
    Set { key: String, value: String },
    // Dump { key: String },
}

fn main() -> kvlog::Result<()> {
    let arguments = Arguments::parse();
    let mut store = Store::open(&arguments.path)?;
    match arguments.command {
        Command::Get { key } => print_value(&store, &key),
        Command::Set { key, value } => store.set(key.as_bytes(), value.as_bytes())?,
    }
    Ok(())
}

fn print_value(store: &Store, key: &str) {
    match store.get(key.as_bytes()) {
        Some(value) => println!("{}", String::from_utf8_lossy(value)),
        None => std::process::exit(1),
    }
}

#[allow(dead_code)]
const COMPLETIONS: &str = r#"
fn complete_bash() -> String { String::new() }
"#;
