#include "call.hpp"

#include "service/request/checks.hpp"
#include "service/request/json.hpp"
#include "service/verbs/handlers.hpp"
#include "token.hpp"

#include <optional>
#include <utility>

namespace backorder::abi {
namespace {

Role read_role(std::uint32_t role, const Input& input) {
    if (role >= BO_ROLE_HOST && role <= BO_ROLE_SELLER) return static_cast<Role>(role);
    input.refuse(Status::argument, "role", "must be one of BO_ROLE_");
    return Role::host;
}

/// What the operations of the handle itself take: nothing.
void note_members(std::string_view json, Findings& findings) {
    const Outcome<boost::json::object> body = parse_object(json);
    if (!body) return findings.add(body.error());
    for (const auto& member : *body)
        findings.add(Status::unknown_member, FieldPath().member(member.key()), "is no member known here");
}

}  // namespace

Clock::time_point read_deadline(std::int64_t timeout_ms, std::chrono::milliseconds otherwise, const Input& input) {
    const bool sound = timeout_ms >= 0 && timeout_ms <= max_timeout.count();
    if (!sound) input.refuse(Status::argument, "timeout_ms", "must be 0 to 3600000");
    return Clock::now() + (sound && timeout_ms > 0 ? std::chrono::milliseconds(timeout_ms) : otherwise);
}

Outcome<Answer> migrate(Handle& handle, const Budget& budget) { return handle.service.migrate(budget); }

Answer take_logs(Handle& handle) {
    Answer answer;
    Table& log = answer.table(tables::log);
    for (const LogLine& line : handle.service.store().take_logs()) log.add({line.at, line.level, line.message});
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
    if (call == nullptr) return context;
    context.role = read_role(given.role, fields);
    context.permissions = given.permissions;
    context.marketplace = fields.text(given.marketplace, given.marketplace_length, "marketplace");
    context.seller = fields.text(given.seller, given.seller_length, "seller");
    context.user = fields.text(given.user, given.user_length, "user");
    context.key = fields.text(given.idempotency_key, given.idempotency_key_length, "idempotency_key");
    context.traceparent = fields.text(given.traceparent, given.traceparent_length, "traceparent");
    timeout_said_ = given.timeout_ms != 0;
    const auto otherwise = lease_ ? (*lease_)->default_timeout : std::chrono::milliseconds(0);
    context.budget = {read_deadline(given.timeout_ms, otherwise, fields),
                      given.token == nullptr ? nullptr : &given.token->state};
    fields.zero(given.reserved[0] | given.reserved[1], "reserved");
    read_completions(given, fields);
    return context;
}

void Call::read_completions(const bo_call& given, const Input& fields) {
    tag_ = given.tag;
    if (given.completions == nullptr) {
        if (tag_ != 0) fields.refuse(Status::reserved, "tag", "is for calls with completions");
    } else if (given.completions->of_another_process()) {
        fields.refuse(Status::forked, "completions", "were made by the parent process; make some in this process");
    } else {
        completions_ = given.completions->queue;
    }
}

Refusal Call::refused(const Request* request) {
    check_context(context_, findings_);
    if (request != nullptr) check_request(*request, findings_);
    return findings_.outcome().error();
}

Reply Call::run(Request request) {
    if (!findings_.clean()) return {refused(&request)};
    if (completions_ != nullptr) return submit(std::move(request));
    const bool of_a_change = may_write(request);
    return {(*lease_)->service.run(std::move(context_), std::move(request)), of_a_change};
}

Reply Call::submit(Request request) {
    // This call keeps its own hold of the handle: the answer may come, and the handle be closed, before `submit`
    // returns.
    const auto slot = std::make_shared<CompletionSlot>(completions_, tag_, may_write(request), lease_->another());
    try {
        const Outcome<void> taken = (*lease_)->service.submit(
            std::move(context_), std::move(request), [slot](Outcome<Answer> answer) { slot->tell(std::move(answer)); });
        if (taken) return {};
        slot->drop();
        return {taken.error()};
    } catch (...) {
        slot->drop();
        throw;
    }
}

Reply Call::run(std::string_view operation, std::string_view json) {
    if (operation == "migrate" || operation == "logs") return run_for_handle(operation, json);
    std::optional<Request> request = read_request(operation, json, findings_);
    if (request) return run(*std::move(request));
    return {refused(nullptr)};
}

Reply Call::run_for_handle(std::string_view operation, std::string_view json) {
    note_members(json, findings_);
    check_context(context_, findings_);
    if (const Outcome<void> authorised = authorise_process(context_, operation); !authorised)
        findings_.add(authorised.error());
    if (completions_ != nullptr)
        findings_.add(Status::argument, root_.member("call").member("completions"), "are not for this operation");
    if (!findings_.clean()) return {refused(nullptr)};
    if (operation == "logs") return {take_logs(**lease_)};
    if (!timeout_said_) context_.budget.deadline = Clock::now() + migrate_timeout;
    return {migrate(**lease_, context_.budget), true};
}

}  // namespace backorder::abi
