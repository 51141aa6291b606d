use crate::abi::{bo_call, bo_token, Permission, Poll, Role, Status};
use crate::library::Library;
use crate::Error;
use std::ops::BitOr;
use std::time::Duration;

/// Cancels every call that carries it, now or later, from any thread.
pub struct Token {
    library: &'static Library,
    pub(crate) pointer: *mut bo_token,
}

// SAFETY: the header lets any thread use a token.
unsafe impl Send for Token {}
unsafe impl Sync for Token {}

impl Token {
    pub fn new() -> Result<Token, Error> {
        let library = Library::load("")?;
        // SAFETY: takes nothing.
        let pointer = unsafe { (library.functions.token_new)() };
        if pointer.is_null() {
            return Err(Error::refusal(Status::OUT_OF_MEMORY, "no memory for a token", Vec::new()));
        }
        Ok(Token { library, pointer })
    }

    pub fn cancel(&self) {
        // SAFETY: the token lives as long as self.
        unsafe { (self.library.functions.token_cancel)(self.pointer) }
    }
}

impl Drop for Token {
    fn drop(&mut self) {
        // SAFETY: calls borrow the token, so all have returned.
        unsafe { (self.library.functions.token_free)(self.pointer) }
    }
}

/// Who calls, and how: the marketplace, the actor the host vouches for, and what a single call needs.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    pub marketplace: &'a str,
    pub role: Role,
    pub seller: &'a str,
    pub permissions: Permission,
    /// Who it was, for the ledger.
    pub user: &'a str,
    pub idempotency_key: &'a str,
    /// W3C trace context.
    pub traceparent: &'a str,
    /// Zero: the handle's default.
    pub timeout: Duration,
    pub token: Option<&'a Token>,
}

impl<'a> Call<'a> {
    fn of(marketplace: &'a str, role: Role, seller: &'a str, permissions: Permission) -> Call<'a> {
        let [user, idempotency_key, traceparent] = [""; 3];
        Call { marketplace, role, seller, permissions, user, idempotency_key, traceparent, timeout: Duration::ZERO, token: None }
    }

    /// The platform itself: places, cancels, registers the catalogue, reads.
    pub fn host(marketplace: &'a str) -> Call<'a> {
        Call::of(marketplace, Role::HOST, "", Permission(0))
    }

    /// Runs the marketplace.
    pub fn operator(marketplace: &'a str, permissions: Permission) -> Call<'a> {
        Call::of(marketplace, Role::OPERATOR, "", permissions)
    }

    /// Sells on it.
    pub fn seller(marketplace: &'a str, seller: &'a str, permissions: Permission) -> Call<'a> {
        Call::of(marketplace, Role::SELLER, seller, permissions)
    }

    pub fn with_key<'b>(&self, idempotency_key: &'b str) -> Call<'b>
    where
        'a: 'b,
    {
        Call { idempotency_key, ..*self }
    }

    pub fn with_timeout(&self, timeout: Duration) -> Call<'a> {
        Call { timeout, ..*self }
    }

    pub fn with_token<'b>(&self, token: &'b Token) -> Call<'b>
    where
        'a: 'b,
    {
        Call { token: Some(token), ..*self }
    }

    pub(crate) fn packed(&self) -> bo_call {
        bo_call {
            struct_size: std::mem::size_of::<bo_call>() as u32,
            role: self.role.0 as u32,
            permissions: u64::from(self.permissions.0),
            marketplace: self.marketplace.as_ptr().cast(),
            marketplace_length: self.marketplace.len(),
            seller: self.seller.as_ptr().cast(),
            seller_length: self.seller.len(),
            user: self.user.as_ptr().cast(),
            user_length: self.user.len(),
            idempotency_key: self.idempotency_key.as_ptr().cast(),
            idempotency_key_length: self.idempotency_key.len(),
            traceparent: self.traceparent.as_ptr().cast(),
            traceparent_length: self.traceparent.len(),
            timeout_ms: milliseconds(self.timeout),
            token: self.token.map_or(std::ptr::null_mut(), |token| token.pointer),
            reserved: [0; 2],
            completions: std::ptr::null_mut(),
            tag: 0,
        }
    }
}

/// Whole milliseconds, none lost.
pub(crate) fn milliseconds(duration: Duration) -> i64 {
    ((duration.as_nanos() + 999_999) / 1_000_000).try_into().unwrap_or(i64::MAX)
}

impl BitOr for Permission {
    type Output = Permission;
    fn bitor(self, other: Permission) -> Permission {
        Permission(self.0 | other.0)
    }
}

impl BitOr for Poll {
    type Output = Poll;
    fn bitor(self, other: Poll) -> Poll {
        Poll(self.0 | other.0)
    }
}
