#include "service/findings.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace backorder {

namespace {

/// A name comes from the host, and a message is read as a C string: NUL is shown as '?'.
std::string whole_for_c(std::string text) {
    std::replace(text.begin(), text.end(), '\0', '?');
    return text;
}

}  // namespace

std::string FieldPath::text() const {
    if (parent_ == nullptr)
        return {};
    std::string path = parent_->text();
    if (index_ != no_index)
        return path + '[' + std::to_string(index_) + ']';
    if (!path.empty())
        path += '.';
    return path.append(name_);
}

void Findings::add(Status status, const FieldPath& where, std::string_view what, DetailRow more) {
    if (!comes_first(status))
        return;
    std::string field = where.text();
    std::string message = field.empty() ? "the request" : whole_for_c(field);
    message.append(" ").append(what);
    DetailRow row;
    if (!field.empty())
        row.push_back({"field", std::move(field)});
    row.insert(row.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    kept_ = {status, std::move(message)};
    if (!row.empty())
        kept_.details.push_back(std::move(row));
}

void Findings::add(const Refusal& refusal) {
    if (comes_first(refusal.status))
        kept_ = refusal;
}

Outcome<void> Findings::outcome() const {
    if (clean())
        return {};
    return kept_;
}

}  // namespace backorder
