use std::net::SocketAddr;

#[derive(Debug, Clone)]
pub struct Config {
    pub listen: SocketAddr,
    pub floor: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { listen: ([127, 0, 0, 1], 7700).into(), floor: 0.85 }
    }
}

impl Config {
    pub fn from_env() -> Self {
        let mut config = Self::default();
        if let Some(listen) = std::env::var("SEEDBANK_LISTEN").ok().and_then(|v| v.parse().ok()) {
            config.listen = listen;
        }
        config
    }
}
