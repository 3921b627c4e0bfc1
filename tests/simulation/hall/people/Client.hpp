#pragma once

#include <functional>

#include "protocol/FeedClient.hpp"
#include "tests/simulation/hall/check/Jury.hpp"
#include "tests/simulation/hall/people/Town.hpp"
#include "tests/simulation/hall/time/Trace.hpp"
#include "tests/simulation/hall/wire/Link.hpp"

namespace luot::simulation {

/// What all clients share.
struct Stage {
    Timeline& timeline;
    Trace& trace;
    Jury& jury;
    bool acting = false;  ///< people do something; otherwise they only finish what they began
    /// What becomes of a command's frame when it is sent again; a test that shows what a bad client does.
    std::function<std::string(const std::string&)> again;
    Town town{};
};

/// Who a client is: what its token says.
struct Person {
    int number = 0;
    std::string role;
    std::string name;
    std::optional<int> counter;  ///< of a kiosk: the digit with which it numbers alone
    std::string secret() const { return "secret of " + name; }
};

/// A client of the stream that behaves as ours do: greets with what it has seen, has one question open at a
/// time, asks it again under the same id on a new link or when the server could not write, and gives up after
/// a minute.
class Client : private LinkUser {
public:
    Client(Stage& stage, Link& link, Person person, Random random);
    ~Client() override = default;

    void begin();
    Picture picture() const;
    const Person& person() const { return person_; }
    int number() const { return person_.number; }

protected:
    struct Arg {
        Arg(const char* of, const std::string& text) : name(of), value(boost::json::string(text)) {}
        Arg(const char* of, const char* text) : name(of), value(text) {}
        Arg(const char* of, int number) : name(of), value(number) {}
        Arg(const char* of, bool flag) : name(of), value(flag) {}
        Arg(const char* of, boost::json::array list) : name(of), value(std::move(list)) {}
        std::string name;
        base::json::Value value;
    };
    using Args = std::initializer_list<Arg>;
    /// Asks; what is answered goes to answered().
    void ask(const std::string& name, Args args);
    void askWith(const std::string& name, base::json::Object args);
    void forgetQuestion() { question_.reset(); }
    void send(std::string frame) { link_.send(std::move(frame)); }
    bool free() const { return !question_ && welcomed_ && feed_.ready(); }
    const protocol::FeedClient& feed() const { return feed_; }
    protocol::FeedClient& feedClient() { return feed_; }
    /// The newest event that it knows.
    std::int64_t seen() const { return feed_.view().hall().seq; }
    bool hasCable() const { return link_.up(); }
    bool linked() const { return link_.up() && welcomed_; }
    void dropLink() { link_.reconnect(); }
    /// Sends a question of one's own, once.
    void post(const std::string& frame, const std::string& id);
    /// The program, or with it its machine, has started again: nothing is remembered.
    void beginAnew(bool machine);
    void become(Person person) { person_ = std::move(person); }
    /// Monotonic, since the machine's start; milliseconds.
    std::int64_t localNow() const { return (stage_.timeline.now() - machineStart_).count(); }

    /// How long until the next deed, and what it is.
    virtual Milliseconds pause() = 0;
    virtual void act() = 0;
    virtual bool mayAct() const { return free(); }
    virtual void answered(const std::string& name, const protocol::Reply& reply) {
        static_cast<void>(name), static_cast<void>(reply);
    }
    virtual void saw(const protocol::EventFrame& event) { static_cast<void>(event); }
    /// Any reply, to whatever was asked.
    virtual void heard(const protocol::Reply& reply) { static_cast<void>(reply); }
    virtual void cameUp() {}
    virtual void wentDown() {}
    /// Greeted, or given a whole new picture.
    virtual void changed() {}

    Stage& stage_;
    Random random_;

private:
    struct Question {
        std::string id;
        std::string name;
        std::string frame;
        Instant askedAt{};
        int sent = 0;
    };

    void linkUp() override;
    void linkDown() override;
    void frameCame(const std::string& text) override;
    void take(const protocol::Reply& reply);
    void sendQuestion();
    void watch(const std::string& id, Milliseconds pause);
    void live();

    Link& link_;
    Person person_;
    protocol::FeedClient feed_;
    Instant machineStart_{};
    bool welcomed_ = false;
    std::optional<Question> question_;
};

}  // namespace luot::simulation
