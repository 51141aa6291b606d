// The door by name. An input is a line "operation role key" and then the request: role is h, o or s, key may be
// missing.
#include "promises.hpp"
#include "shop.hpp"

#include <string_view>

namespace {

std::string_view take(std::string_view& text, char end) {
    const std::string_view word = text.substr(0, text.find(end));
    text.remove_prefix(word.size() < text.size() ? word.size() + 1 : text.size());
    return word;
}

uint32_t role_of(std::string_view word) {
    return word == "s" ? BO_ROLE_SELLER : word == "o" ? BO_ROLE_OPERATOR : BO_ROLE_HOST;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    std::string_view request(reinterpret_cast<const char*>(data), size);
    std::string_view head = take(request, '\n');
    const std::string_view operation = take(head, ' ');
    bo_call call = fuzz::call_of(role_of(take(head, ' ')));
    call.idempotency_key = head.data();
    call.idempotency_key_length = head.size();
    bo_result* result = nullptr;
    bo_error* error = nullptr;
    const bo_status status = bo_call_json(fuzz::shop(), &call, operation.data(), operation.size(), request.data(),
                                          request.size(), &result, &error);
    fuzz::check_answer(status, result, error);
    return 0;
}
