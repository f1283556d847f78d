use clap::Parser;

mod cli;

use cli::{Cli, Command};

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    match Cli::parse().command {
        Command::Serve { port } => ledger::http::run(port).await,
        Command::CloseYear { year } => {
            println!("{}", ledger::book::closing_text(year));
            Ok(())
        }
        Command::Import(args) => cli::import(&args),
        Command::Verify => cli::verify(),
    }
}
