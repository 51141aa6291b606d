#include "service/request/findings.hpp"

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

/// What must be in order before the next can be looked at: arguments, the handle, sizes, JSON's shape, values.
int kind(Status status) {
    if (status <= Status::reserved) return 0;
    if (status <= Status::config) return 1;
    if (status == Status::limit) return 2;
    return status <= Status::unknown_operation ? 3 : 4;
}

}  // namespace

std::string FieldPath::text() const {
    if (parent_ == nullptr) return {};
    std::string path = parent_->text();
    if (index_ != no_index) return path + '[' + std::to_string(index_) + ']';
    if (!path.empty()) path += '.';
    return path.append(name_);
}

void FieldPath::add_items(DetailRow& row) const {
    if (parent_ == nullptr) return;
    parent_->add_items(row);
    if (index_ != no_index && row.size() == 1) row.push_back({"item", static_cast<std::int64_t>(index_)});
    if (add_ids_ != nullptr) add_ids_(thing_, row);
}

DetailRow FieldPath::row() const {
    std::string field = text();
    if (field.empty()) return {};
    DetailRow row{{"field", std::move(field)}};
    add_items(row);
    return row;
}

void Findings::add(Status status, const FieldPath& where, std::string_view what, DetailRow more) {
    if (!takes(status)) return;
    const std::string field = where.text();
    if (unread_.contains({status, field})) return;
    std::string message = field.empty() ? "the request" : whole_for_c(field);
    message.append(" ").append(what);
    DetailRow row = where.row();
    row.insert(row.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    Refusal found{status, std::move(message)};
    if (!row.empty()) found.details.push_back(std::move(row));
    kept_.add(std::move(found));
}

void Findings::add_unread(Status status, const FieldPath& where, std::string_view what, DetailRow more) {
    add(status, where, what, std::move(more));
    unread_.emplace(status, where.text());
}

void Findings::add(const Refusal& refusal) {
    if (takes(refusal.status)) kept_.add(refusal);
}

bool Findings::takes(Status status) {
    if (clean() || kind(status) == kind(kept_.status())) return true;
    if (kind(status) > kind(kept_.status())) return false;
    kept_ = {};
    return true;
}

Outcome<void> Findings::outcome() const {
    if (auto refusal = kept_.outcome()) return *std::move(refusal);
    return {};
}

}  // namespace backorder
