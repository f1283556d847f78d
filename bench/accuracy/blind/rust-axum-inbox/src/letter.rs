use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    New,
    Assigned,
    Answered,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Letter {
    pub id: Uuid,
    pub sender: String,
    pub subject: String,
    pub body: String,
    pub status: Status,
    pub assignee: Option<String>,
}

impl Letter {
    pub fn builder(sender: impl Into<String>) -> LetterBuilder {
        LetterBuilder { sender: sender.into(), ..LetterBuilder::default() }
    }

    pub fn assign(&mut self, to: &str) {
        self.assignee = Some(to.to_owned());
        self.status = Status::Assigned;
    }

    pub fn is_open(&self) -> bool {
        self.status != Status::Answered
    }

    pub fn redact(&mut self) {
        todo!("what counts as personal is not settled")
    }

    pub const fn attachments(&self) -> &[Attachment] {
        // TODO: attachments are not stored yet
        &[]
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Attachment;

#[derive(Default)]
pub struct LetterBuilder {
    sender: String,
    subject: String,
    body: String,
}

impl LetterBuilder {
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = subject.into();
        self
    }

    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = body.into();
        self
    }

    pub fn build(self) -> Letter {
        Letter {
            id: Uuid::new_v4(),
            sender: self.sender,
            subject: self.subject,
            body: self.body,
            status: Status::New,
            assignee: None,
        }
    }
}
