// Events.
#include "call.hpp"
#include "guard.hpp"

namespace {

constexpr int64_t default_page = 100;
constexpr std::size_t max_cursor_bytes = 1024;

}  // namespace

using namespace backorder::abi;

bo_status bo_events(bo_backorder* handle, const bo_call* call, const char* consumer, size_t consumer_length,
                    const char* acknowledge, size_t acknowledge_length, int64_t limit, bo_result** result,
                    bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            const Input& input = asked.input();
            return asked.run(backorder::EventsPull{
                input.id(consumer, consumer_length, "consumer"), limit == 0 ? default_page : limit,
                input.text(acknowledge, acknowledge_length, "acknowledge", max_cursor_bytes)});
        });
}

bo_status bo_events_acknowledge(bo_backorder* handle, const bo_call* call, const char* consumer, size_t consumer_length,
                                const char* cursor, size_t cursor_length, bo_result** result, bo_error** error) {
    return guard_answer(
        result, error,
        [&] {
            Call asked(handle, call);
            const Input& input = asked.input();
            return asked.run(
                backorder::EventsAcknowledge{input.id(consumer, consumer_length, "consumer"),
                                             input.text(cursor, cursor_length, "cursor", max_cursor_bytes)});
        });
}
