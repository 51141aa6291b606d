#include "store/engine/session_settings.hpp"

#include <utility>
#include <vector>

namespace backorder {

namespace {

struct Setting {
    std::string_view name;
    std::string value;
};

/// Those of BEGIN's own are not among them.
std::vector<Setting> settings(std::string_view schema) {
    return {// Unnamed, pg_temp would be searched first, and anyone may put tables there.
            {"search_path", quoted_name(schema) + ", pg_catalog, pg_temp"},
            // Statements are written so that one plan serves all values; planning takes longer than most of them.
            {"plan_cache_mode", "force_generic_plan"},
            // Rows are found by their keys and come in the index's order, also in tables whose statistics say nothing,
            // or that they are small.
            {"enable_seqscan", "off"},
            {"enable_bitmapscan", "off"},
            {"jit", "off"}};
}

/// BEGIN says how a transaction is isolated; a single read relies on the session.
std::vector<Setting> session_settings(std::string_view schema) {
    std::vector<Setting> all = settings(schema);
    all.push_back({"default_transaction_isolation", "repeatable read"});
    return all;
}

std::string replaced(std::string_view text, char what, std::string_view with) {
    std::string result;
    for (const char byte : text) byte == what ? result.append(with) : result.append(1, byte);
    return result;
}

std::string changes(std::string_view set, const Timeouts& from, const Timeouts& to) {
    std::string script;
    const auto change = [&](std::string_view name, std::chrono::milliseconds before, std::chrono::milliseconds after) {
        if (before == after) return;
        script.append(script.empty() ? "" : "; ").append(set).append(" ").append(name).append(" TO ");
        script.append(after.count() > 0 ? std::to_string(after.count()) : "DEFAULT");
    };
    change("statement_timeout", from.statement, to.statement);
    change("idle_in_transaction_session_timeout", from.idle_in_transaction, to.idle_in_transaction);
    change("lock_timeout", from.lock, to.lock);
    return script;
}

}  // namespace

std::string timeout_changes(const Timeouts& from, const Timeouts& to) { return changes("SET", from, to); }

std::string transaction_timeouts(const Timeouts& from, const Timeouts& to) { return changes("SET LOCAL", from, to); }

std::string quoted_name(std::string_view name) { return "\"" + replaced(name, '"', "\"\"") + "\""; }

std::string transaction_settings(std::string_view schema) {
    std::string script;
    for (const Setting& setting : settings(schema)) {
        script.append(script.empty() ? "" : "; ")
            .append("SET LOCAL ")
            .append(setting.name)
            .append(" TO ")
            .append(setting.value);
    }
    return script;
}

std::string startup_settings(std::string_view schema) {
    std::string options;
    for (const Setting& setting : session_settings(schema)) {
        options.append(" -c ")
            .append(setting.name)
            .append("=")
            .append(replaced(replaced(setting.value, '\\', "\\\\"), ' ', "\\ "));
    }
    return options;
}

std::string do_settings_hold(std::string_view schema) {
    std::string question = "SELECT true";
    for (const Setting& setting : session_settings(schema)) {
        const std::string value = replaced(replaced(setting.value, '\\', "\\\\"), '\'', "''");
        question.append(" AND current_setting('").append(setting.name).append("') = E'").append(value).append("'");
    }
    return question;
}

}  // namespace backorder
