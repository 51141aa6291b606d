#include "model/story.hpp"

#include "model/author.hpp"

#include <ostream>

namespace backorder::test::model {

namespace {

/// Each value that has one member of one list less, or one number that is 1 instead.
std::vector<json::value> simpler_values(const json::value& value) {
    std::vector<json::value> found;
    if (value.is_int64() && value.get_int64() > 1) found.emplace_back(1);
    if (const auto* object = value.if_object())
        for (const auto& [name, member] : *object)
            for (json::value& simpler : simpler_values(member)) {
                json::object made = *object;
                made[name] = std::move(simpler);
                found.emplace_back(std::move(made));
            }
    if (const auto* array = value.if_array())
        for (std::size_t i = 0; i < array->size(); ++i) {
            json::array shorter = *array;
            if (shorter.size() > 1)
                shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i)), found.emplace_back(shorter);
            for (json::value& simpler : simpler_values((*array)[i])) {
                json::array made = *array;
                made[i] = std::move(simpler);
                found.emplace_back(std::move(made));
            }
        }
    return found;
}

rc::Seq<Step> simpler_steps(const Step& step) {
    std::vector<Step> found;
    for (json::value& request : simpler_values(step.request)) {
        found.push_back(step);
        found.back().request = std::move(request.get_object());
    }
    return rc::seq::fromContainer(std::move(found));
}

rc::Seq<Story> simpler_stories(const Story& story) {
    const auto told = [](Script script) { return Story{std::move(script)}; };
    return rc::seq::map(
        rc::seq::concat(rc::shrink::removeChunks(story.steps), rc::shrink::eachElement(story.steps, simpler_steps)),
        told);
}

}  // namespace

void showValue(const Story& story, std::ostream& to) { to << "\n" << to_text(story.steps); }

rc::Gen<Story> stories(std::size_t steps) {
    return rc::Gen<Story>([steps](rc::Random random, int) {
        return rc::shrinkable::shrinkRecur(Story{Author(random.next()).write(steps)}, &simpler_stories);
    });
}

}  // namespace backorder::test::model
