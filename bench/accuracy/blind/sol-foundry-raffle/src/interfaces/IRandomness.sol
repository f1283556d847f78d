// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

interface IRandomness {
    event WordRequested(uint256 indexed requestId);

    function requestWord() external returns (uint256 requestId);
}

interface IRandomnessConsumer {
    function onWord(uint256 requestId, uint256 word) external;
}
