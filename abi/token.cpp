#include "token.hpp"

#include <new>

bo_token* bo_token_new(void) { return new (std::nothrow) bo_token; }

void bo_token_cancel(bo_token* token) {
    if (token != nullptr) token->state.cancelled.store(true, std::memory_order_relaxed);
}

void bo_token_free(bo_token* token) { delete token; }
