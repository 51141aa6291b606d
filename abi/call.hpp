#pragma once
// One call: on which handle, by whom, and what of it cannot be.

#include "completions.hpp"
#include "input.hpp"
#include "registry.hpp"
#include "result.hpp"
#include "service/answer/answer.hpp"
#include "service/request/context.hpp"
#include "service/request/requests.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace backorder::abi {

constexpr std::chrono::milliseconds max_timeout{3'600'000};
constexpr std::chrono::milliseconds migrate_timeout{60'000};

/// 0: `otherwise`. Status::argument.
Clock::time_point read_deadline(std::int64_t timeout_ms, std::chrono::milliseconds otherwise, const Input& input);

/// The handle's own doings, without a caller.
Outcome<Answer> migrate(Handle& handle, const Budget& budget);
Answer take_logs(Handle& handle);

class Call {
public:
    Call(bo_backorder* handle, const bo_call* call);
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    /// For the function's other arguments.
    const Input& input() const { return input_; }

    /// Once. Waits for the answer, unless the call says where it shall go; what the checks refuse is answered in any
    /// case.
    Reply run(Request request);

    /// `migrate` and `logs` are not the service's, and are not submitted.
    Reply run(std::string_view operation, std::string_view json);

private:
    Context read(const bo_call* call);
    void read_completions(const bo_call& given, const Input& fields);
    Refusal refused(const Request* request);
    Reply run_for_handle(std::string_view operation, std::string_view json);
    Reply submit(Request request);

    FieldPath root_;
    Findings findings_;
    Input input_{root_, findings_};
    std::optional<Lease> lease_;
    bool timeout_said_ = false;
    std::shared_ptr<CompletionQueue> completions_;  ///< none: the caller waits
    std::uint64_t tag_ = 0;
    Context context_;
};

}  // namespace backorder::abi
