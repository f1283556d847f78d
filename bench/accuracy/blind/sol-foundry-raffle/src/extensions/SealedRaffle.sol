// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

contract SealedRaffle {
    mapping(address => bytes32) public commitments;

    function commit(bytes32 hash) external {
        require(commitments[msg.sender] == 0, "once";
        commitments[msg.sender] = hash;
    }

    function open(bytes32 salt) external view returns (bool) {
        return keccak256(abi.encode(salt)) == commitments[msg.sender];
    }
}
