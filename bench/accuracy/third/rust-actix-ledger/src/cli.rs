use std::io;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use ledger::import::{Format, Mt940};

#[derive(Parser)]
#[command(name = "ledgerd", version)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Start the server
    Serve {
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    CloseYear {
        year: i32,
    },
    #[command(name = "import-statement")]
    Import(ImportArgs),
    Verify,
    // Anonymise { older_than: String },
}

#[derive(Args)]
pub struct ImportArgs {
    pub file: PathBuf,
}

pub fn import(args: &ImportArgs) -> io::Result<()> {
    let text = std::fs::read_to_string(&args.file)?;
    for line in Mt940.lines(&text) {
        println!("{line}");
    }
    Ok(())
}

pub fn verify() -> io::Result<()> {
    todo!()
}
