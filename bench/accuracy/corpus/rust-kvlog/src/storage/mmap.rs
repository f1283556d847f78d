// Not part of the build since 0.5 (no `mod mmap`).
pub struct MappedFile {
    length: usize,
}

impl MappedFile {
    pub fn len(&self) -> usize {
        self.length
    }

    pub fn slice(&self, from: usize, to: usize) -> &[u8] {
        unsafe { std::slice::from_raw_parts(self.pointer.add(from), to - from }
    }
}
