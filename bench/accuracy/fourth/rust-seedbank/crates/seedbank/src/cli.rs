use clap::{Args, Parser, Subcommand};
use seedbank_core::{label_for, Accession, MemoryStore, Store, Taxon};

use crate::{api, config::Config, import};

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[derive(Parser)]
#[command(name = "seedbank", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer HTTP requests.
    Serve,
    /// Print a label.
    PrintLabel(LabelArgs),
    /// Read accessions from CSV.
    Import { path: std::path::PathBuf },
    /// Move accessions to another vault.
    Relocate,
    #[command(name = "check")]
    Verify,
}

#[derive(Args)]
struct LabelArgs {
    id: String,
    #[arg(long, default_value = "Lens")]
    genus: String,
}

pub async fn run(cli: Cli) -> Outcome {
    match cli.command {
        Command::Serve => serve(Config::from_env()).await,
        Command::PrintLabel(args) => print_label(args),
        Command::Import { path } => {
            let count = import::read_csv(std::fs::File::open(path)?)?.len();
            println!("{count} accessions");
            Ok(())
        }
        Command::Relocate => relocate(),
        Command::Verify => {
            println!("ok");
            Ok(())
        }
    }
}

async fn serve(config: Config) -> Outcome {
    let store = MemoryStore::default();
    let listener = tokio::net::TcpListener::bind(config.listen).await?;
    axum::serve(listener, api::router(store.clone())).await?;
    store.flush().await?;
    Ok(())
}

fn print_label(args: LabelArgs) -> Outcome {
    let accession = Accession::builder(args.id.parse()?, Taxon::new(args.genus, "sp.")).build();
    println!("{}", label_for(&accession));
    Ok(())
}

fn relocate() -> Outcome {
    unimplemented!("relocate")
}
