#include "error.hpp"

#include "service/item_outcome.hpp"
#include "status_table.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

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

std::int32_t retry_of(Status status) {
    switch (status) {
    case Status::ok:
    case Status::null_argument:
    case Status::struct_size:
    case Status::reserved:
    case Status::closed:
    case Status::forked:
    case Status::abi_version:
    case Status::config:
    case Status::limit:
    case Status::json:
    case Status::unknown_member:
    case Status::unknown_operation:
    case Status::text:
    case Status::argument:
    case Status::quantity:
    case Status::duplicate:
    case Status::actor:
    case Status::key_required:
    case Status::key_reused:
    case Status::permission:
    case Status::not_found:
    case Status::conflict:
    case Status::backorders_off:
    case Status::overflow:
    case Status::shortage:
    case Status::restock_first:
    case Status::not_shippable:
    case Status::not_cancellable:
    case Status::not_available:
    case Status::already_cancelled:
    case Status::gate_shut:
    case Status::some_refused:
    case Status::read_only:
    case Status::schema_missing:
    case Status::schema_version:
    case Status::privilege:
        return BO_RETRY_NO;
    case Status::unavailable:
    case Status::timeout:
    case Status::cancelled:
    case Status::out_of_memory:
    case Status::database:
    case Status::busy:
        return BO_RETRY_SAFE;
    case Status::in_doubt:
    case Status::internal:
        return BO_RETRY_SAME_KEY;
    }
    return BO_RETRY_SAME_KEY;
}

/// A role or a database that the server does not know will not come by itself.
bool is_unknown_to_server(std::string_view sqlstate) { return sqlstate.starts_with("28") || sqlstate == "3D000"; }

std::int32_t retry_of(const Refusal& refusal) {
    return refusal.status == Status::unavailable && is_unknown_to_server(refusal.sqlstate) ? BO_RETRY_NO : retry_of(refusal.status);
}

std::string_view retry_word(std::int32_t retry) {
    return retry == BO_RETRY_NO ? "no" : retry == BO_RETRY_SAFE ? "safe" : "same_key";
}

std::string decimal_or_text(const Detail& detail) {
    if (const auto* number = std::get_if<std::int64_t>(&detail.value))
        return std::to_string(*number);
    return std::get<std::string>(detail.value);
}

DetailTexts row_texts(const DetailRow& row) {
    DetailTexts texts;
    for (const Detail& detail : row)
        texts.emplace_back(detail.key, decimal_or_text(detail));
    return texts;
}

std::string error_json(const Refusal& refusal) {
    return json::serialize(json::object{{"status", static_cast<bo_status>(refusal.status)},
                                        {"name", status_name(refusal.status)},
                                        {"message", refusal.message},
                                        {"retry", retry_word(retry_of(refusal))},
                                        {"sqlstate", refusal.sqlstate},
                                        {"details", to_json(refusal.details)}});
}

/// An error and what it points to.
struct OwnedError : bo_error {
    explicit OwnedError(const Refusal& refusal)
        : bo_error{}, message_text(refusal.message), sqlstate_text(refusal.sqlstate), json_text(error_json(refusal)) {
        for (const DetailRow& row : refusal.details)
            detail_texts.push_back(row_texts(row));
        status = static_cast<bo_status>(refusal.status);
        retry = retry_of(refusal);
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

// Memory may have run out after the commit: unlike a refusal of the store this one says how far the call may have come.
constinit bo_error no_memory{BO_E_OUT_OF_MEMORY,
                             BO_RETRY_SAME_KEY,
                             "out of memory",
                             "",
                             R"({"status":308,"name":"BO_E_OUT_OF_MEMORY","message":"out of memory",)"
                             R"("retry":"same_key","sqlstate":"","details":[]})",
                             nullptr};

}  // namespace

bo_status report(const Refusal& refusal, bo_error** error) noexcept {
    try {
        if (error != nullptr)
            *error = new OwnedError(refusal);
        return static_cast<bo_status>(refusal.status);
    } catch (...) {
        return report_out_of_memory(error);
    }
}

bo_status report_out_of_memory(bo_error** error) noexcept {
    if (error != nullptr)
        *error = &no_memory;
    return BO_E_OUT_OF_MEMORY;
}

bo_status report_fault(const char* what, bo_error** error) noexcept {
    try {
        return report({Status::internal, std::string("a fault of this library: ") + what}, error);
    } catch (...) {
        return report_out_of_memory(error);
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
    if (key == nullptr || text == nullptr || row >= bo_error_rows(error))
        return 0;
    for (const auto& [known, value] : (*error->details)[row])
        if (known == key) {
            *text = value.c_str();
            return 1;
        }
    return 0;
}

const char* bo_error_json(const bo_error* error) { return error == nullptr ? "{}" : error->json; }

void bo_error_free(bo_error* error) {
    if (error != &no_memory)
        delete static_cast<OwnedError*>(error);
}
