#pragma once
// What checks find: where in the request, and which refusal the caller is to hear of.

#include "domain/refusal.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace backorder {

/// Where in a request something stands: `lines[2].quantity`. Borrows its parent and names: for the stack only.
class FieldPath {
public:
    constexpr FieldPath() = default;

    constexpr FieldPath member(std::string_view name) const { return {this, name, no_index}; }
    constexpr FieldPath item(std::size_t index) const { return {this, {}, index}; }

    /// Empty for the request itself.
    std::string text() const;

private:
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

    constexpr FieldPath(const FieldPath* parent, std::string_view name, std::size_t index)
        : parent_(parent), name_(name), index_(index) {}

    const FieldPath* parent_ = nullptr;
    std::string_view name_{};
    std::size_t index_ = no_index;
};

/// Keeps one refusal: that of the status listed first, of equals the first found. So answers do not depend on the
/// order in which checks happen to run.
class Findings {
public:
    bool clean() const { return kept_.status == Status::ok; }

    /// `what` continues a sentence that starts with the field's name; `more` follows `field` in the details.
    void add(Status status, const FieldPath& where, std::string_view what, DetailRow more = {});
    void add(const Refusal& refusal);

    Outcome<void> outcome() const;

private:
    bool comes_first(Status status) const { return clean() || status < kept_.status; }

    Refusal kept_{Status::ok, {}};
};

}  // namespace backorder
