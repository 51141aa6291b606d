// calls.hpp - what calls are made of: who calls, tokens, items. Part of backorder.hpp, which see.
#ifndef BACKORDER_CALLS_HPP
#define BACKORDER_CALLS_HPP

#include <backorder/backorder.h>
#include <backorder/completions.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backorder {

/// Cancels the calls that carry it; outlives them.
class token {
public:
    explicit token(const bo_api* api) : api_(api), token_(api->token_new(), api->token_free) {
        if (token_ == nullptr)
            throw std::bad_alloc();
    }

    void cancel() const noexcept { api_->token_cancel(token_.get()); }
    bo_token* get() const noexcept { return token_.get(); }

private:
    const bo_api* api_;
    std::unique_ptr<bo_token, void (*)(bo_token*)> token_;
};

class submitted_call;

/// Who calls, and how: call::seller_of("main", "acme", BO_MANAGE_INVENTORY).key("k1")
class call {
public:
    using answer = result;

    static call host_of(std::string_view marketplace) { return {BO_ROLE_HOST, 0, marketplace, {}}; }
    static call operator_of(std::string_view marketplace, std::uint64_t permissions) {
        return {BO_ROLE_OPERATOR, permissions, marketplace, {}};
    }
    static call seller_of(std::string_view marketplace, std::string_view seller, std::uint64_t permissions) {
        return {BO_ROLE_SELLER, permissions, marketplace, seller};
    }

    call& user(std::string_view who) { return user_ = who, *this; }
    call& key(std::string_view idempotency_key) { return key_ = idempotency_key, *this; }
    call& traceparent(std::string_view trace) { return traceparent_ = trace, *this; }
    call& timeout(std::chrono::milliseconds longest) noexcept { return timeout_ = longest, *this; }
    call& cancelled_by(const token& canceller) noexcept { return token_ = canceller.get(), *this; }

    /// The same call, but it does not wait: its answer is pulled from there, under that tag.
    submitted_call submit_to(const completions& to, std::uint64_t tag) const;

    /// Borrows from this call.
    bo_call get() const noexcept {
        bo_call given{};
        given.struct_size = sizeof given;
        given.role = role_;
        given.permissions = permissions_;
        given.marketplace = marketplace_.data();
        given.marketplace_length = marketplace_.size();
        given.seller = seller_.data();
        given.seller_length = seller_.size();
        given.user = user_.data();
        given.user_length = user_.size();
        given.idempotency_key = key_.data();
        given.idempotency_key_length = key_.size();
        given.traceparent = traceparent_.data();
        given.traceparent_length = traceparent_.size();
        given.timeout_ms = timeout_.count();
        given.token = token_;
        return given;
    }

private:
    call(std::uint32_t role, std::uint64_t permissions, std::string_view marketplace, std::string_view seller)
        : role_(role), permissions_(permissions), marketplace_(marketplace), seller_(seller) {}

    std::uint32_t role_;
    std::uint64_t permissions_;
    std::string marketplace_, seller_, user_{}, key_{}, traceparent_{};
    std::chrono::milliseconds timeout_{0};
    bo_token* token_ = nullptr;
};

/// Made by call::submit_to. The functions of a handle give nothing back for it; what is refused at once throws.
class submitted_call {
public:
    using answer = void;

    /// Borrows from this call.
    bo_call get() const noexcept {
        bo_call given = call_.get();
        given.completions = completions_;
        given.tag = tag_;
        return given;
    }

private:
    friend class call;
    submitted_call(call of, bo_completions* to, std::uint64_t tag)
        : call_(std::move(of)), completions_(to), tag_(tag) {}

    call call_;
    bo_completions* completions_;
    std::uint64_t tag_;
};

inline submitted_call call::submit_to(const completions& to, std::uint64_t tag) const { return {*this, to.get(), tag}; }

// Items of requests. They borrow the texts they are made of.

inline bo_policy product_policy(std::string_view product, std::uint32_t policy) noexcept {
    return {sizeof(bo_policy), policy, product.data(), product.size(), nullptr, 0};
}

inline bo_policy variant_policy(std::string_view variant, std::uint32_t policy) noexcept {
    return {sizeof(bo_policy), policy, nullptr, 0, variant.data(), variant.size()};
}

/// mode: BO_THRESHOLD_
inline bo_threshold product_threshold(std::string_view product, std::string_view warehouse, std::int64_t threshold,
                                      std::uint32_t mode = BO_THRESHOLD_LIMIT) noexcept {
    return {sizeof(bo_threshold), mode, product.data(), product.size(), nullptr, 0,
            warehouse.data(), warehouse.size(), threshold};
}

inline bo_threshold variant_threshold(std::string_view variant, std::string_view warehouse, std::int64_t threshold,
                                      std::uint32_t mode = BO_THRESHOLD_LIMIT) noexcept {
    return {sizeof(bo_threshold), mode, nullptr, 0, variant.data(), variant.size(),
            warehouse.data(), warehouse.size(), threshold};
}

inline bo_availability_item wanted(std::string_view variant, std::int64_t quantity = 0) noexcept {
    return {sizeof(bo_availability_item), 0, variant.data(), variant.size(), quantity};
}

inline bo_receipt receipt(std::string_view variant, std::string_view warehouse, std::int64_t quantity) noexcept {
    return {sizeof(bo_receipt), 0, variant.data(), variant.size(), warehouse.data(), warehouse.size(), quantity};
}

/// flags: BO_DECLINE_BACKORDER. warehouse empty: anywhere.
inline bo_order_line order_line(std::string_view line, std::string_view variant, std::int64_t quantity,
                                std::string_view warehouse = {}, std::uint32_t flags = 0) noexcept {
    return {sizeof(bo_order_line), flags, line.data(), line.size(), variant.data(), variant.size(),
            warehouse.data(), warehouse.size(), quantity};
}

/// To cancel: without warehouse. To ship: with it.
inline bo_order_units units(std::string_view line, std::int64_t quantity, std::string_view warehouse = {}) noexcept {
    return {sizeof(bo_order_units), 0, line.data(), line.size(), warehouse.data(), warehouse.size(), quantity};
}

struct order {
    std::string_view id;
    std::vector<bo_order_line> lines;
    std::vector<std::string_view> warehouses{};
    std::int64_t priority = 0;
};

struct stock_query {
    std::vector<std::string_view> variants;
    std::vector<std::string_view> products{};
    std::string_view warehouse{};
};

}  // namespace backorder

#endif
