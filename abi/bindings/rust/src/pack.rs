use crate::abi::{bo_order_line, OrderLine};
use std::os::raw::c_char;

/// What packed requests point to, for the time of a call. Texts are the caller's own.
#[derive(Default)]
pub(crate) struct Kept {
    lines: Vec<Vec<bo_order_line>>,
    pointers: Vec<Vec<*const c_char>>,
    lengths: Vec<Vec<usize>>,
}

/// A request that has a struct in the header.
pub(crate) trait Packed {
    type Raw;
    fn packed(&self, kept: &mut Kept) -> Self::Raw;
}

impl Kept {
    pub fn lines(&mut self, lines: &[OrderLine]) -> *const bo_order_line {
        let packed: Vec<_> = lines.iter().map(|line| line.packed(self)).collect();
        self.lines.push(packed);
        self.lines[self.lines.len() - 1].as_ptr()
    }

    pub fn texts(&mut self, texts: &[&str]) -> (*const *const c_char, *const usize) {
        self.pointers.push(texts.iter().map(|text| text.as_ptr().cast()).collect());
        self.lengths.push(texts.iter().map(|text| text.len()).collect());
        (self.pointers[self.pointers.len() - 1].as_ptr(), self.lengths[self.lengths.len() - 1].as_ptr())
    }
}

pub(crate) fn all<Request: Packed>(requests: &[Request], kept: &mut Kept) -> Vec<Request::Raw> {
    requests.iter().map(|request| request.packed(kept)).collect()
}
