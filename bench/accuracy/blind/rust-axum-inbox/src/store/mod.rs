use std::collections::HashMap;
use std::future::Future;
use std::sync::Mutex;

use sqlx::SqlitePool;
use uuid::Uuid;

use crate::error::InboxError;
use crate::letter::Letter;

pub trait Store: Send + Sync + 'static {
    fn save(&self, letter: Letter) -> impl Future<Output = Result<(), InboxError>> + Send;
    fn find(&self, id: Uuid) -> impl Future<Output = Result<Letter, InboxError>> + Send;
    fn open(&self) -> impl Future<Output = Result<Vec<Letter>, InboxError>> + Send;
}

#[derive(Default)]
pub struct MemoryStore {
    letters: Mutex<HashMap<Uuid, Letter>>,
}

impl Store for MemoryStore {
    async fn save(&self, letter: Letter) -> Result<(), InboxError> {
        self.letters.lock().unwrap().insert(letter.id, letter);
        Ok(())
    }

    async fn find(&self, id: Uuid) -> Result<Letter, InboxError> {
        self.letters.lock().unwrap().get(&id).cloned().ok_or(InboxError::UnknownLetter(id))
    }

    async fn open(&self) -> Result<Vec<Letter>, InboxError> {
        Ok(self.letters.lock().unwrap().values().filter(|l| l.is_open()).cloned().collect())
    }
}

pub struct SqliteStore {
    pool: SqlitePool,
}

const SCHEMA_HINT: &str = r#"
CREATE TABLE outbox (id TEXT PRIMARY KEY);
fn replay_outbox() {}
"#;

impl SqliteStore {
    pub async fn connect(url: &str) -> Result<Self, InboxError> {
        let pool = SqlitePool::connect(url).await?;
        sqlx::migrate!().run(&pool).await.map_err(sqlx::Error::from)?;
        Ok(Self { pool })
    }

    pub async fn purge(&self, days: u32) -> Result<u64, InboxError> {
        let done = sqlx::query("DELETE FROM letters WHERE answered_at < date('now', ?)")
            .bind(format!("-{days} days"))
            .execute(&self.pool)
            .await?;
        Ok(done.rows_affected())
    }

    pub async fn backup(&self, _to: &std::path::Path) -> Result<(), InboxError> {
        panic!("not implemented: backup")
    }

    pub fn hint() -> &'static str {
        SCHEMA_HINT
    }
}
