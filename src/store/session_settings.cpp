#include "store/session_settings.hpp"

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
            // Rows are found by their keys and come in the index's order, also in tables whose statistics say nothing, or that they are small.
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
    for (const char byte : text) {
        byte == what ? result.append(with) : result.append(1, byte);
    }
    return result;
}

}  // namespace

std::string quoted_name(std::string_view name) { return "\"" + replaced(name, '"', "\"\"") + "\""; }

std::string transaction_settings(std::string_view schema) {
    std::string script;
    for (const Setting& setting : settings(schema)) {
        script.append("; SET LOCAL ").append(setting.name).append(" TO ").append(setting.value);
    }
    return script;
}

std::string startup_settings(std::string_view schema) {
    std::string options;
    for (const Setting& setting : session_settings(schema)) {
        options.append(" -c ").append(setting.name).append("=").append(replaced(replaced(setting.value, '\\', "\\\\"), ' ', "\\ "));
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
