#include "call.hpp"

#include "service/authorise.hpp"
#include "service/context_check.hpp"
#include "service/json_text.hpp"
#include "service/request_check.hpp"
#include "service/request_json.hpp"
#include "token.hpp"

#include <utility>

namespace backorder::abi {
namespace {

Role read_role(std::uint32_t role, const Input& input) {
    if (role >= BO_ROLE_HOST && role <= BO_ROLE_SELLER)
        return static_cast<Role>(role);
    input.refuse(Status::argument, "role", "must be one of BO_ROLE_");
    return Role::host;
}

void note(const Outcome<void>& checked, Findings& findings) {
    if (!checked)
        findings.add(checked.error());
}

/// What the operations of the handle itself take: nothing.
void note_members(std::string_view json, Findings& findings) {
    const Outcome<boost::json::object> body = parse_object(json);
    if (!body)
        return findings.add(body.error());
    for (const auto& member : *body)
        findings.add(Status::unknown_member, FieldPath().member(member.key()), "is no member known here");
}

}  // namespace

Clock::time_point read_deadline(std::int64_t timeout_ms, std::chrono::milliseconds otherwise, const Input& input) {
    const bool sound = timeout_ms >= 0 && timeout_ms <= max_timeout.count();
    if (!sound)
        input.refuse(Status::argument, "timeout_ms", "must be 0 to 3600000");
    return Clock::now() + (sound && timeout_ms > 0 ? std::chrono::milliseconds(timeout_ms) : otherwise);
}

Outcome<Answer> migrate(Handle& handle, const Budget& budget) { return handle.service.migrate(budget); }

Answer take_logs(Handle& handle) {
    Answer answer;
    Table& log = answer.table(tables::log);
    for (const LogLine& line : handle.service.store().take_logs())
        log.add({line.at, line.level, line.message});
    return answer;
}

Call::Call(bo_backorder* handle, const bo_call* call) {
    Outcome<Lease> leased = lease(handle);
    if (leased)
        lease_.emplace(*std::move(leased));
    else
        findings_.add(leased.error());
    context_ = read(call);
}

Context Call::read(const bo_call* call) {
    const bo_call given = input_.structure(call, "call");
    const FieldPath path = root_.member("call");
    const Input fields(path, findings_);
    Context context;
    if (call == nullptr)
        return context;
    context.role = read_role(given.role, fields);
    context.permissions = given.permissions;
    context.marketplace = fields.text(given.marketplace, given.marketplace_length, "marketplace");
    context.seller = fields.text(given.seller, given.seller_length, "seller");
    context.user = fields.text(given.user, given.user_length, "user");
    context.key = fields.text(given.idempotency_key, given.idempotency_key_length, "idempotency_key");
    context.traceparent = fields.text(given.traceparent, given.traceparent_length, "traceparent");
    timeout_said_ = given.timeout_ms != 0;
    const auto otherwise = lease_ ? (*lease_)->default_timeout : std::chrono::milliseconds(0);
    context.budget = {read_deadline(given.timeout_ms, otherwise, fields), given.token == nullptr ? nullptr : &given.token->state};
    fields.zero(given.reserved[0] | given.reserved[1], "reserved");
    return context;
}

Outcome<Answer> Call::refused(const Request* request) {
    note(check_context(context_), findings_);
    if (request != nullptr)
        note(check_request(*request), findings_);
    return findings_.outcome().error();
}

Outcome<Answer> Call::run(const Request& request) {
    if (!findings_.clean())
        return refused(&request);
    return (*lease_)->service.run(context_, request);
}

Outcome<Answer> Call::run(std::string_view operation, std::string_view json) {
    const bool of_handle = operation == "migrate" || operation == "logs";
    if (!of_handle) {
        const Outcome<Request> request = read_request(operation, json);
        if (request)
            return run(*request);
        findings_.add(request.error());
        return refused(nullptr);
    }
    note_members(json, findings_);
    note(check_context(context_), findings_);
    note(authorise_process(context_, operation), findings_);
    if (!findings_.clean())
        return refused(nullptr);
    if (operation == "logs")
        return take_logs(**lease_);
    if (!timeout_said_)
        context_.budget.deadline = Clock::now() + migrate_timeout;
    return migrate(**lease_, context_.budget);
}

}  // namespace backorder::abi
