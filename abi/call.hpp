#pragma once
// One call: on which handle, by whom, and what of it cannot be.

#include "input.hpp"
#include "registry.hpp"
#include "service/answer.hpp"
#include "service/context.hpp"
#include "service/requests.hpp"

#include <chrono>
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

    Outcome<Answer> run(const Request& request);

    /// `migrate` and `logs` are not the service's.
    Outcome<Answer> run(std::string_view operation, std::string_view json);

private:
    Context read(const bo_call* call);
    Outcome<Answer> refused(const Request* request);

    FieldPath root_;
    Findings findings_;
    Input input_{root_, findings_};
    std::optional<Lease> lease_;
    bool timeout_said_ = false;
    Context context_;
};

}  // namespace backorder::abi
