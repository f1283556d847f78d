// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IRandomness, IRandomnessConsumer} from "../../src/interfaces/IRandomness.sol";

contract MockRandomness is IRandomness {
    uint256 public last;

    function requestWord() external returns (uint256) {
        return ++last;
    }

    function answer(IRandomnessConsumer to, uint256 word) external {
        to.onWord(last, word);
    }
}
