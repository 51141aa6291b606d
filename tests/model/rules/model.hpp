#pragma once
// The second implementation: what the domain says, said again in the simplest way, to judge the library by.

#include "model/rules/form.hpp"
#include "model/rules/market.hpp"
#include "model/rules/reply.hpp"

#include <map>
#include <string>

namespace backorder::test::model {

class Model {
public:
    /// Carries the step out.
    Reply ask(const Step& step) { return ask(step, true); }

    /// What would be answered now.
    Reply foresee(const Step& step) { return ask(step, false); }

    const Market& market(const std::string& name) { return world_[name].market; }

private:
    /// A call that was done, under its key.
    struct Recorded {
        std::string operation;
        std::string seller;
        json::object request;
        Reply reply;
    };

    struct World {
        Market market;
        std::map<std::pair<std::string, std::string>, Recorded> calls;  ///< by whose key it is, and the key
    };

    Reply ask(const Step& step, bool lasting);
    Reply carry_out(World& world, const Step& step, bool lasting);
    Reply place_batch(World& world, const Step& step, bool lasting);

    std::map<std::string, World> world_;
};

}  // namespace backorder::test::model
