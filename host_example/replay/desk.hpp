#pragma once
// The library behind C++ manners: found with dlopen, answers that free themselves, refusals as exceptions.

#include <backorder/backorder.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace replay {

struct Actor {
    std::uint32_t role = BO_ROLE_HOST;
    std::uint64_t permissions = 0;
    std::string_view seller{};
};

class Answer {
public:
    Answer(const bo_api& api, bo_status status, bo_result* result, bo_error* error)
        : status_(status), api_(&api), result_(result, api.result_free), error_(error, api.error_free) {}

    bo_status status() const { return status_; }

    /// Throws std::runtime_error with the library's words if the call was refused.
    const Answer& done() const;

    std::size_t rows(std::uint32_t table) const { return api_->result_rows(result_.get(), table); }
    std::int64_t number(std::uint32_t column, std::size_t row) const;
    std::int64_t sum(std::uint32_t table, std::uint32_t column) const;
    std::string text(std::uint32_t column, std::size_t row) const;

private:
    bo_status status_;
    const bo_api* api_;
    std::unique_ptr<bo_result, void (*)(bo_result*)> result_;
    std::unique_ptr<bo_error, void (*)(bo_error*)> error_;
};

class Desk {
public:
    /// Installs the tables if need be; the marketplace's name is new. Throws std::runtime_error.
    Desk(const std::string& library, const std::string& database);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    const std::string& marketplace() const { return marketplace_; }

    /// Calls an entry of the table with what stands between the call context and the result.
    template <class Function, class... Arguments>
    Answer ask(const Actor& actor, Function bo_api::*function, const Arguments&... arguments) {
        return call(context(actor, {}), function, arguments...);
    }

    /// The same with a fresh idempotency key.
    template <class Function, class... Arguments>
    Answer change(const Actor& actor, Function bo_api::*function, const Arguments&... arguments) {
        const std::string key = "replay-" + std::to_string(++keys_used_);
        return call(context(actor, key), function, arguments...);
    }

private:
    template <class Function, class... Arguments>
    Answer call(const bo_call& context, Function bo_api::*function, const Arguments&... arguments) {
        bo_result* result = nullptr;
        bo_error* error = nullptr;
        const bo_status status = (api_->*function)(handle_, &context, arguments..., &result, &error);
        return Answer(*api_, status, result, error);
    }

    bo_call context(const Actor& actor, std::string_view key) const;

    void* image_;
    const bo_api* api_ = nullptr;
    bo_backorder* handle_ = nullptr;
    std::string marketplace_;
    std::uint64_t keys_used_ = 0;
};

/// The text as JSON writes it, with its quotes.
std::string json_text(std::string_view text);

} // namespace replay
