use axum::response::sse::Event;

pub struct LetterStream {
    seen: usize,
}

impl LetterStream {
    pub fn next_event(&mut self) -> Event {
        self.seen += 1;
        Event::default().id(self.seen.to_string()
    }
}
