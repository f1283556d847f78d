mod api;
mod cli;
mod config;
mod import;

use clap::Parser;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    match cli::run(cli::Cli::parse()).await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("seedbank: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
