// The typed doors with hostile arguments, waited for or submitted.
#include "hostile.hpp"
#include "promises.hpp"
#include "shop.hpp"

#include <cstddef>
#include <optional>

namespace {

using fuzz::Hostile;
using fuzz::Text;

constexpr uint64_t tag_of_submitted = 7;

bo_policy policy(Hostile& host) {
    const Text product = host.optional_text();
    const Text variant = host.optional_text();
    return {0, host.one_of(3), product.bytes, product.length, variant.bytes, variant.length};
}

bo_threshold threshold(Hostile& host) {
    const Text product = host.optional_text();
    const Text variant = host.optional_text();
    const Text warehouse = host.text();
    return {0,
            host.one_of(3),
            product.bytes,
            product.length,
            variant.bytes,
            variant.length,
            warehouse.bytes,
            warehouse.length,
            host.number()};
}

bo_receipt receipt(Hostile& host) {
    const Text variant = host.text();
    const Text warehouse = host.text();
    return {0, host.zero(), variant.bytes, variant.length, warehouse.bytes, warehouse.length, host.number()};
}

bo_availability_item availability_item(Hostile& host) {
    const Text variant = host.text();
    return {0, host.zero(), variant.bytes, variant.length, host.number()};
}

bo_order_line line(Hostile& host) {
    const Text id = host.text();
    const Text variant = host.text();
    const Text warehouse = host.optional_text();
    return {0,
            host.flags(BO_DECLINE_BACKORDER),
            id.bytes,
            id.length,
            variant.bytes,
            variant.length,
            warehouse.bytes,
            warehouse.length,
            host.number()};
}

bo_order order(Hostile& host) {
    const Text id = host.text();
    const auto lines = host.array([&] { return line(host); });
    const fuzz::Texts warehouses = host.texts();
    return {0,           host.zero(), id.bytes,         id.length,          host.number(),
            lines.items, lines.count, warehouses.bytes, warehouses.lengths, warehouses.count};
}

bo_order_units units(Hostile& host) {
    const Text id = host.text();
    const Text warehouse = host.optional_text();
    return {0, host.zero(), id.bytes, id.length, warehouse.bytes, warehouse.length, host.number()};
}

bo_stock_query stock_query(Hostile& host) {
    const fuzz::Texts variants = host.texts();
    const fuzz::Texts products = host.texts();
    const Text warehouse = host.optional_text();
    return {0,
            host.zero(),
            variants.bytes,
            variants.lengths,
            variants.count,
            products.bytes,
            products.lengths,
            products.count,
            warehouse.bytes,
            warehouse.length};
}

bo_token* cancelled_token() {
    static bo_token* const token = [] {
        bo_token* made = bo_token_new();
        bo_token_cancel(made);
        return made;
    }();
    return token;
}

bo_call call_by(Hostile& host, bo_completions* completions) {
    bo_call call = fuzz::call_of(host.one_of(3));
    const auto set = [](const Text& text, const char*& bytes, size_t& length) {
        bytes = text.bytes;
        length = text.length;
    };
    if (host.rarely()) set(host.text(), call.marketplace, call.marketplace_length);
    if (host.rarely()) set(host.optional_text(), call.seller, call.seller_length);
    set(host.optional_text(), call.user, call.user_length);
    set(host.text(), call.idempotency_key, call.idempotency_key_length);
    set(host.optional_text(), call.traceparent, call.traceparent_length);
    if (host.rarely()) call.permissions = static_cast<uint64_t>(host.number());
    call.timeout_ms = host.rarely() ? host.number() : 0;
    call.token = host.rarely() ? cancelled_token() : nullptr;
    call.reserved[host.below(2)] = host.zero();
    call.completions = completions;
    call.tag = host.rarely() || completions != nullptr ? tag_of_submitted : 0;
    return call;
}

struct Answer {
    bo_status status = BO_OK;
    bo_result* result = nullptr;
    bo_error* error = nullptr;
};

bo_status ask(Hostile& host, const bo_call* call, Answer& answer) {
    bo_backorder* const handle = host.rarely() ? reinterpret_cast<bo_backorder*>(host.number()) : fuzz::shop();
    bo_result** const result = &answer.result;
    bo_error** const error = &answer.error;
    switch (host.below(14)) {
    case 0: return bo_settings_get(handle, call, result, error);
    case 1: {
        const auto* settings = host.one(bo_settings{0, host.flags(BO_DRY_RUN), host.one_of(2) - 1, host.zero()});
        return bo_settings_set(handle, call, settings, result, error);
    }
    case 2: {
        const auto items = host.array([&] { return policy(host); });
        return bo_policy_set(handle, call, items.items, items.count, host.flags(BO_DRY_RUN), result, error);
    }
    case 3: {
        const auto items = host.array([&] { return threshold(host); });
        return bo_threshold_set(handle, call, items.items, items.count, host.flags(BO_DRY_RUN), result, error);
    }
    case 4: return bo_stock(handle, call, host.one(stock_query(host)), result, error);
    case 5: {
        const auto items = host.array([&] { return availability_item(host); });
        return bo_availability(handle, call, items.items, items.count, result, error);
    }
    case 6: {
        const auto items = host.array([&] { return receipt(host); });
        return bo_receive(handle, call, items.items, items.count, result, error);
    }
    case 7: return bo_place(handle, call, host.one(order(host)), result, error);
    case 8: {
        const auto items = host.array([&] { return order(host); });
        return bo_place_batch(handle, call, items.items, items.count, result, error);
    }
    case 9: {
        const Text id = host.text();
        const auto items = host.array([&] { return units(host); });
        return bo_cancel(handle, call, id.bytes, id.length, items.items, items.count, result, error);
    }
    case 10: {
        const Text id = host.text();
        return bo_shippable(handle, call, id.bytes, id.length, result, error);
    }
    case 11: {
        const Text id = host.text();
        const auto items = host.array([&] { return units(host); });
        return bo_fulfill(handle, call, id.bytes, id.length, items.items, items.count, host.flags(BO_STRICT), result,
                          error);
    }
    case 12: {
        const Text consumer = host.text();
        const Text cursor = host.optional_text();
        return bo_events(handle, call, consumer.bytes, consumer.length, cursor.bytes, cursor.length, host.number(),
                         result, error);
    }
    default: {
        const Text consumer = host.text();
        const Text cursor = host.text();
        return bo_events_acknowledge(handle, call, consumer.bytes, consumer.length, cursor.bytes, cursor.length, result,
                                     error);
    }
    }
}

/// The tag of the answer, if there is one.
std::optional<uint64_t> pull(bo_completions* completions, int64_t timeout_ms, Answer& answer) {
    uint64_t tag = 0;
    size_t count = 0;
    const bo_status status =
        bo_completions_pull(completions, timeout_ms, 1, &tag, &answer.status, &answer.result, &answer.error, &count);
    fuzz::must(status == BO_OK && count <= 1, "answers can not be pulled");
    return count == 0 ? std::nullopt : std::optional(tag);
}

/// A call that was taken is answered once, one that was not is not answered.
void check_submitted(bo_completions* completions, const Answer& returned, uint64_t tag) {
    Answer answer;
    if (returned.status == BO_OK) {
        fuzz::must(returned.result == nullptr && returned.error == nullptr, "a submitted call is answered at once");
        fuzz::must(pull(completions, 10'000, answer) == tag, "a submitted call is not answered");
        fuzz::check_answer(answer.status, answer.result, answer.error);
    } else {
        fuzz::check_answer(returned.status, returned.result, returned.error);
    }
    fuzz::must(!pull(completions, 0, answer), "an answer came that nobody waits for");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static bo_completions* const completions = bo_completions_new();
    Hostile host(data, size);
    const bool submitted = host.below(4) == 0;
    const bo_call* call = host.one(call_by(host, submitted ? completions : nullptr));
    const uint32_t known = call == nullptr ? 0 : call->struct_size;
    Answer answer;
    answer.status = ask(host, call, answer);
    if (submitted && known >= offsetof(bo_call, tag))
        check_submitted(completions, answer, known >= sizeof *call ? tag_of_submitted : 0);
    else
        fuzz::check_answer(answer.status, answer.result, answer.error);
    return 0;
}
