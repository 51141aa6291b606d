#include "error.hpp"

#include "service/answer/refused_items.hpp"
#include "status_table.hpp"
#include "support/text.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using DetailTexts = std::vector<std::pair<std::string, std::string>>;

/// Points to what it says, so that reading needs no memory and one error needs no memory at all.
struct bo_error {
    bo_status status;
    std::int32_t retry;
    const char* message;
    const char* sqlstate;
    const char* json;
    const std::vector<DetailTexts>* details;
};

namespace backorder::abi {
namespace {

namespace json = boost::json;

/// A role or a database that the server does not know will not come by itself.
bool is_unknown_to_server(std::string_view sqlstate) noexcept {
    return sqlstate.starts_with("28") || sqlstate == "3D000";
}

/// Of a batch: whatever one of its items needs. A call's own refusal has no rows with a status.
std::int32_t retry_for(const Refusal& refusal) noexcept {
    if (refusal.status == Status::unavailable && is_unknown_to_server(refusal.sqlstate)) return BO_RETRY_NO;
    std::int32_t retry = retry_of(refusal.status);
    for (const DetailRow& row : refusal.details)
        for (const Detail& detail : row)
            if (const auto* number = std::get_if<std::int64_t>(&detail.value);
                number != nullptr && detail.key == "status")
                retry = std::max(retry, retry_of(static_cast<Status>(*number)));
    return retry;
}
static_assert(BO_RETRY_NO < BO_RETRY_SAFE && BO_RETRY_SAFE < BO_RETRY_SAME_KEY, "in the order of what they need");

std::string_view retry_word(std::int32_t retry) {
    return retry == BO_RETRY_NO ? "no" : retry == BO_RETRY_SAFE ? "safe" : "same_key";
}

/// A refused text is shown as it came, and a server that was never reached speaks in its own encoding.
Refusal well_formed(Refusal refusal) {
    refusal.message = backorder::well_formed(refusal.message);
    for (DetailRow& row : refusal.details)
        for (Detail& detail : row)
            if (auto* text = std::get_if<std::string>(&detail.value)) *text = backorder::well_formed(*text);
    return refusal;
}

std::string decimal_or_text(const Detail& detail) {
    if (const auto* number = std::get_if<std::int64_t>(&detail.value)) return std::to_string(*number);
    return std::get<std::string>(detail.value);
}

DetailTexts row_texts(const DetailRow& row) {
    DetailTexts texts;
    for (const Detail& detail : row) texts.emplace_back(detail.key, decimal_or_text(detail));
    return texts;
}

std::string error_json(const Refusal& refusal) {
    return json::serialize(json::object{{"status", static_cast<bo_status>(refusal.status)},
                                        {"name", status_name(refusal.status)},
                                        {"message", refusal.message},
                                        {"retry", retry_word(retry_for(refusal))},
                                        {"sqlstate", refusal.sqlstate},
                                        {"details", to_json(refusal.details)}});
}

/// An error and what it points to.
struct OwnedError : bo_error {
    explicit OwnedError(const Refusal& refusal)
        : bo_error{}, message_text(refusal.message), sqlstate_text(refusal.sqlstate), json_text(error_json(refusal)) {
        for (const DetailRow& row : refusal.details) detail_texts.push_back(row_texts(row));
        status = static_cast<bo_status>(refusal.status);
        retry = retry_for(refusal);
        message = message_text.c_str();
        sqlstate = sqlstate_text.c_str();
        json = json_text.c_str();
        details = &detail_texts;
    }
    OwnedError(const OwnedError&) = delete;
    OwnedError& operator=(const OwnedError&) = delete;

    std::string message_text;
    std::string sqlstate_text;
    std::string json_text;
    std::vector<DetailTexts> detail_texts;
};

constinit bo_error no_memory{BO_E_OUT_OF_MEMORY,
                             BO_RETRY_SAFE,
                             "out of memory; nothing was done",
                             "",
                             R"({"status":308,"name":"BO_E_OUT_OF_MEMORY","message":"out of memory; nothing was done",)"
                             R"("retry":"safe","sqlstate":"","details":[]})",
                             nullptr};

constinit bo_error no_memory_to_say{
    BO_E_IN_DOUBT,
    BO_RETRY_SAME_KEY,
    "out of memory, perhaps after all was done; repeat the call with the same key",
    "",
    R"({"status":401,"name":"BO_E_IN_DOUBT","message":"out of memory, perhaps after all was done; repeat the call with the same key",)"
    R"("retry":"same_key","sqlstate":"","details":[]})",
    nullptr};

bo_status report_without_memory(bo_error& said, bo_error** error) noexcept {
    if (error != nullptr) *error = &said;
    return said.status;
}

bool may_be_done(const Refusal& refusal) noexcept {
    return refusal.status == Status::some_refused || retry_for(refusal) == BO_RETRY_SAME_KEY;
}

}  // namespace

bo_status report(const Refusal& refusal, bo_error** error) noexcept {
    try {
        if (error != nullptr) *error = new OwnedError(well_formed(refusal));
        return static_cast<bo_status>(refusal.status);
    } catch (...) {
        return may_be_done(refusal) ? report_lost_answer(error) : report_out_of_memory(error);
    }
}

bo_status report_out_of_memory(bo_error** error) noexcept { return report_without_memory(no_memory, error); }

bo_status report_lost_answer(bo_error** error) noexcept { return report_without_memory(no_memory_to_say, error); }

bo_status report_fault(const char* what, bo_error** error) noexcept {
    try {
        return report({Status::internal, std::string("a fault of this library: ") + what}, error);
    } catch (...) {
        return report_lost_answer(error);
    }
}

}  // namespace backorder::abi

using namespace backorder::abi;

bo_status bo_error_status(const bo_error* error) { return error == nullptr ? BO_OK : error->status; }

int32_t bo_error_retry(const bo_error* error) { return error == nullptr ? BO_RETRY_NO : error->retry; }

const char* bo_error_message(const bo_error* error) { return error == nullptr ? "" : error->message; }

const char* bo_error_sqlstate(const bo_error* error) { return error == nullptr ? "" : error->sqlstate; }

size_t bo_error_rows(const bo_error* error) {
    return error == nullptr || error->details == nullptr ? 0 : error->details->size();
}

int32_t bo_error_detail(const bo_error* error, size_t row, const char* key, const char** text) {
    if (key == nullptr || text == nullptr || row >= bo_error_rows(error)) return 0;
    for (const auto& [known, value] : (*error->details)[row])
        if (known == key) {
            *text = value.c_str();
            return 1;
        }
    return 0;
}

const char* bo_error_json(const bo_error* error) { return error == nullptr ? "{}" : error->json; }

void bo_error_free(bo_error* error) {
    if (error != &no_memory && error != &no_memory_to_say) delete static_cast<OwnedError*>(error);
}
