#pragma once

#include "counter-client/alone/CounterAlone.hpp"
#include "tests/simulation/hall/people/People.hpp"

namespace luot::simulation {

/// A clerk who goes on when the server is away, with the real rules of a counter alone
/// (counter-client/alone): calls whom nobody else may call, and has it settled on return before anything
/// else.
class LoneClerk final : public Clerk {
public:
    LoneClerk(Stage& stage, Link& link, Person person, Random random);

private:
    bool mayAct() const override { return true; }
    void act() override;
    void wentDown() override { forgetQuestion(); }
    void cameUp() override { told_ = false; }
    void changed() override { settle(); }
    void saw(const protocol::EventFrame& event) override;
    void answered(const std::string& name, const protocol::Reply& reply) override;

    void workAlone();
    void settle();

    counterclient::alone::CounterAlone alone_;
    bool told_ = false;        ///< on this link: what may be called alone
    std::int64_t toldAt_ = 0;  ///< the newest event then
};

}  // namespace luot::simulation
