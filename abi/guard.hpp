#pragma once
// Around every export: whatever happens inside, the host gets a status.

#include "error.hpp"
#include "result.hpp"

#include <pthread.h>

#include <exception>
#include <new>
#include <utility>

namespace backorder::abi {

/// A thread of the host's that is cancelled in here goes on to the end of the call: unwinding it would end the process.
class Uncancellable {
public:
    Uncancellable() { pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before_); }
    Uncancellable(const Uncancellable&) = delete;
    Uncancellable& operator=(const Uncancellable&) = delete;
    ~Uncancellable() { pthread_setcancelstate(before_, nullptr); }

private:
    int before_ = PTHREAD_CANCEL_ENABLE;
};

/// Body: bo_status(). Sets *error before it runs and if it throws, which it does only before anything was done.
template <class Body>
bo_status guard(bo_error** error, Body&& body) noexcept {
    const Uncancellable uncancellable;
    if (error != nullptr) *error = nullptr;
    try {
        return std::forward<Body>(body)();
    } catch (const std::bad_alloc&) {
        return report_out_of_memory(error);
    } catch (const std::exception& fault) {
        return report_fault(fault.what(), error);
    } catch (...) {
        return report_fault("an unknown exception", error);
    }
}

/// Body: Reply(). Sets *result too.
template <class Body>
bo_status guard_answer(bo_result** result, bo_error** error, Body&& body) noexcept {
    if (result != nullptr) *result = nullptr;
    return guard(error, [&] { return hand_over(std::forward<Body>(body)(), result, error); });
}

}  // namespace backorder::abi
