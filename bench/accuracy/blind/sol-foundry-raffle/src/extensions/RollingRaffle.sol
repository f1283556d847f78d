// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IRandomness} from "../interfaces/IRandomness.sol";
import {min as smaller} from "../libraries/TicketBook.sol";
import {Raffle, RoundId} from "../Raffle.sol";

/// @notice Opens the next round as soon as the last one is drawn.
contract RollingRaffle is Raffle {
    uint64 private immutable length;

    constructor(IRandomness source, uint64 length_) Raffle(source, uint64(block.timestamp) + length_) {
        length = uint64(smaller(length_, 30 days));
    }

    function _afterDraw(RoundId id) internal override {
        currentRound = RoundId.wrap(RoundId.unwrap(id) + 1);
        rounds[currentRound].closesAt = uint64(block.timestamp) + length;
    }
}

contract QuietRaffle is Raffle {
    constructor(IRandomness source) Raffle(source, type(uint64).max) {}
}
