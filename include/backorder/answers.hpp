// answers.hpp - what calls give back: results and errors. Part of backorder.hpp, which see.
#ifndef BACKORDER_ANSWERS_HPP
#define BACKORDER_ANSWERS_HPP

#include <backorder/backorder.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string_view>

namespace backorder {

/// Why a call was refused. what() is the message.
class error : public std::exception {
public:
    /// Takes the error over; it may be null.
    error(const bo_api* api, bo_status status, bo_error* taken)
        : api_(api), status_(status), error_(taken, api->error_free) {}

    const char* what() const noexcept override { return message(); }
    bo_status status() const noexcept { return status_; }
    const char* status_name() const noexcept { return api_->status_name(status_); }
    const char* message() const noexcept { return error_ ? api_->error_message(error_.get()) : status_name(); }
    /// BO_RETRY_
    std::int32_t retry() const noexcept { return error_ ? api_->error_retry(error_.get()) : BO_RETRY_NO; }
    const char* sqlstate() const noexcept { return error_ ? api_->error_sqlstate(error_.get()) : ""; }
    const char* json() const noexcept { return error_ ? api_->error_json(error_.get()) : "{}"; }

    /// How many things it is about, and what it says of one.
    std::size_t rows() const noexcept { return error_ ? api_->error_rows(error_.get()) : 0; }
    std::optional<std::string_view> detail(std::size_t row, const char* key) const noexcept {
        const char* text = nullptr;
        if (!error_ || api_->error_detail(error_.get(), row, key, &text) == 0)
            return std::nullopt;
        return text;
    }

private:
    const bo_api* api_;
    bo_status status_;
    std::shared_ptr<bo_error> error_;
};

/// A column of numbers or flags.
class integer_column {
public:
    integer_column(const std::int64_t* values, std::size_t rows) noexcept : values_(values), rows_(rows) {}

    std::size_t size() const noexcept { return rows_; }
    std::int64_t operator[](std::size_t row) const noexcept { return values_[row]; }
    const std::int64_t* begin() const noexcept { return values_; }
    const std::int64_t* end() const noexcept { return values_ + rows_; }

private:
    const std::int64_t* values_;
    std::size_t rows_;
};

/// A column of texts.
class text_column {
public:
    text_column(const char* bytes, const std::uint64_t* offsets, std::size_t rows) noexcept
        : bytes_(bytes), offsets_(offsets), rows_(rows) {}

    std::size_t size() const noexcept { return rows_; }
    std::string_view operator[](std::size_t row) const noexcept {
        return {bytes_ + offsets_[row], static_cast<std::size_t>(offsets_[row + 1] - offsets_[row])};
    }

private:
    const char* bytes_;
    const std::uint64_t* offsets_;
    std::size_t rows_;
};

/// An answer: tables (BO_TABLE_) of columns (BO_COL_).
class result {
public:
    /// Takes the result over, and the error of a batch with refused items.
    result(const bo_api* api, bo_status status, bo_result* taken, bo_error* refused = nullptr)
        : api_(api), status_(status), result_(taken, api->result_free) {
        if (refused != nullptr)
            refusal_.emplace(api, status, refused);
    }

    /// BO_OK, or what became of a batch: BO_SOME_REFUSED, or the first item's status if all were refused.
    bo_status status() const noexcept { return status_; }
    /// Which items of a batch were refused, and why; null: none. One row each, with what its outcome row's details say.
    const error* refusal() const noexcept { return refusal_ ? &*refusal_ : nullptr; }
    bool replayed() const noexcept { return api_->result_replayed(result_.get()) != 0; }
    std::size_t rows(std::uint32_t table) const noexcept { return api_->result_rows(result_.get(), table); }

    /// Of a table or column that is not there: no rows.
    integer_column integers(std::uint32_t column) const noexcept {
        const std::int64_t* values = api_->result_int64(result_.get(), column);
        return {values, values == nullptr ? 0 : rows(column >> 8)};
    }
    text_column texts(std::uint32_t column) const noexcept {
        const std::uint64_t* offsets = nullptr;
        const char* bytes = api_->result_text(result_.get(), column, &offsets);
        return {bytes, offsets, bytes == nullptr ? 0 : rows(column >> 8)};
    }

    /// All of it; printed when first asked for. std::bad_alloc.
    std::string_view json() const {
        std::size_t length = 0;
        const char* text = api_->result_json(result_.get(), &length);
        if (text == nullptr)
            throw std::bad_alloc();
        return {text, length};
    }

private:
    const bo_api* api_;
    bo_status status_;
    std::unique_ptr<bo_result, void (*)(bo_result*)> result_;
    std::optional<error> refusal_{};
};

}  // namespace backorder

#endif
