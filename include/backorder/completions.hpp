// completions.hpp - answers of submitted calls. Part of backorder.hpp, which see.
#ifndef BACKORDER_COMPLETIONS_HPP
#define BACKORDER_COMPLETIONS_HPP

#include <backorder/answers.hpp>
#include <backorder/backorder.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

namespace backorder {

/// What became of one submitted call.
class completion {
public:
    /// Takes both over; either may be null.
    completion(const bo_api* api, std::uint64_t tag, bo_status status, bo_result* taken, bo_error* refused)
        : tag_(tag), status_(status) {
        if (taken != nullptr)
            result_.emplace(api, status, taken, refused);
        else
            error_.emplace(api, status, refused);
    }

    std::uint64_t tag() const noexcept { return tag_; }
    bo_status status() const noexcept { return status_; }

    /// What the function would have given had it waited: the result, or its error is thrown.
    const result& answer() const {
        if (!result_)
            throw error(*error_);
        return *result_;
    }
    /// Why the call or items of it were refused; null: all was done.
    const error* refusal() const noexcept { return result_ ? result_->refusal() : &*error_; }

private:
    std::uint64_t tag_;
    bo_status status_;
    std::optional<result> result_{};
    std::optional<error> error_{};
};

/// Where answers of submitted calls wait: call::submit_to. May go before its calls are answered.
class completions {
public:
    explicit completions(const bo_api* api) : api_(api), completions_(api->completions_new(), api->completions_free) {
        if (completions_ == nullptr)
            throw std::bad_alloc();
    }

    bo_completions* get() const noexcept { return completions_.get(); }

    /// Readable while answers wait. Poll it, do not read or close it.
    int fd() const noexcept { return api_->completions_fd(get()); }

    /// At most that many, in the order they came. Waits for the first: -1 ms without end.
    std::vector<completion> pull(std::chrono::milliseconds timeout, std::size_t capacity = 256) const {
        pulled raw(api_, capacity);
        std::vector<completion> answers;
        answers.reserve(capacity);
        const bo_status status =
            api_->completions_pull(get(), timeout.count(), capacity, raw.tags.data(), raw.statuses.data(),
                                   raw.results.data(), raw.errors.data(), &raw.count);
        if (status != BO_OK)
            throw error(api_, status, nullptr);
        for (std::size_t i = 0; i < raw.count; ++i)
            answers.emplace_back(api_, raw.tags[i], raw.statuses[i], std::exchange(raw.results[i], nullptr),
                                 std::exchange(raw.errors[i], nullptr));
        return answers;
    }

private:
    /// Answers as C gives them; those that nobody took over are freed.
    struct pulled {
        pulled(const bo_api* given, std::size_t capacity)
            : api(given), tags(capacity), statuses(capacity), results(capacity), errors(capacity) {}
        pulled(const pulled&) = delete;
        pulled& operator=(const pulled&) = delete;
        ~pulled() {
            for (std::size_t i = 0; i < count; ++i) {
                api->result_free(results[i]);
                api->error_free(errors[i]);
            }
        }

        const bo_api* api;
        std::vector<std::uint64_t> tags;
        std::vector<bo_status> statuses;
        std::vector<bo_result*> results;
        std::vector<bo_error*> errors;
        std::size_t count = 0;
    };

    const bo_api* api_;
    std::unique_ptr<bo_completions, void (*)(bo_completions*)> completions_;
};

}  // namespace backorder

#endif
