use clap::{Parser, Subcommand};
use inbox::store::SqliteStore;

/// Looks after an inbox. `inboxctl reindex` is planned.
#[derive(Parser)]
struct Cli {
    #[arg(long, env = "INBOX_DB")]
    database: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Deletes what was answered long ago.
    Purge {
        #[arg(default_value_t = 90)]
        days: u32,
    },
    #[command(name = "hint")]
    PrintHint,
}

#[tokio::main]
async fn main() -> Result<(), inbox::InboxError> {
    let cli = Cli::parse();
    match cli.command {
        Command::Purge { days } => {
            let store = SqliteStore::connect(&cli.database).await?;
            println!("{} letters purged", store.purge(days).await?);
        }
        Command::PrintHint => println!("{}", SqliteStore::hint()),
    }
    Ok(())
}
