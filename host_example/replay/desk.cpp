#include "desk.hpp"

#include <cstdio>
#include <ctime>
#include <dlfcn.h>
#include <numeric>
#include <stdexcept>
#include <unistd.h>

namespace replay {

namespace {

const bo_api& load(void* image, const std::string& library) {
    if (image == nullptr)
        throw std::runtime_error(dlerror());
    const auto get_api = reinterpret_cast<decltype(&bo_get_api)>(dlsym(image, "bo_get_api"));
    const bo_api* api = nullptr;
    if (get_api == nullptr || get_api(BO_VERSION_MAJOR, BO_VERSION_MINOR, &api) != BO_OK)
        throw std::runtime_error(library + " does not offer interface " + std::to_string(BO_VERSION_MAJOR) + "." +
                                 std::to_string(BO_VERSION_MINOR));
    return *api;
}

} // namespace

std::string json_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20) {
            char escaped[7];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
            quoted += escaped;
            continue;
        }
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

const Answer& Answer::done() const {
    if (status_ != BO_OK)
        throw std::runtime_error(std::string(api_->status_name(status_)) + ": " + api_->error_message(error_.get()));
    return *this;
}

std::int64_t Answer::number(std::uint32_t column, std::size_t row) const {
    return api_->result_int64(result_.get(), column)[row];
}

std::int64_t Answer::sum(std::uint32_t table, std::uint32_t column) const {
    const std::int64_t* numbers = api_->result_int64(result_.get(), column);
    return std::accumulate(numbers, numbers + rows(table), std::int64_t{0});
}

std::string Answer::text(std::uint32_t column, std::size_t row) const {
    const std::uint64_t* offsets = nullptr;
    const char* bytes = api_->result_text(result_.get(), column, &offsets);
    return std::string(bytes + offsets[row], bytes + offsets[row + 1]);
}

Desk::Desk(const std::string& library, const std::string& database)
    : image_(dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL)), api_(&load(image_, library)),
      marketplace_("replay-" + std::to_string(std::time(nullptr)) + "-" + std::to_string(getpid())) {
    const std::string config =
        "{\"migrate\": true, \"default_timeout_ms\": 120000, \"database\": " + json_text(database) + "}";
    bo_error* error = nullptr;
    const bo_status status = api_->open(config.data(), config.size(), &handle_, &error);
    Answer(*api_, status, nullptr, error).done();
}

Desk::~Desk() {
    api_->close(handle_);
    dlclose(image_);
}

bo_call Desk::context(const Actor& actor, std::string_view key) const {
    bo_call call{};
    call.struct_size = sizeof call;
    call.role = actor.role;
    call.permissions = actor.permissions;
    call.marketplace = marketplace_.data();
    call.marketplace_length = marketplace_.size();
    call.seller = actor.seller.data();
    call.seller_length = actor.seller.size();
    call.idempotency_key = key.data();
    call.idempotency_key_length = key.size();
    return call;
}

} // namespace replay
