#pragma once
// The service: every operation there is, asked with a request and a context, answered with an answer or a refusal.

#include "domain/refusal.hpp"
#include "service/answer.hpp"
#include "service/context.hpp"
#include "service/requests.hpp"

#include <memory>

namespace backorder {

class Store;

class Backorder {
public:
    explicit Backorder(std::unique_ptr<Store> store);
    ~Backorder();

    /// Checks the context and the request, authorises, carries out. Safe from any thread.
    Outcome<Answer> run(const Context& context, const Request& request);

    /// Installs or updates the tables.
    Outcome<Answer> migrate(const Budget& budget);

    Store& store() { return *store_; }

private:
    std::unique_ptr<Store> store_;
};

}  // namespace backorder
