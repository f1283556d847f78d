// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

contract Registry {
    mapping(bytes32 => address) public vaults;

    event Registered(bytes32 indexed key, address vault)

    function register(bytes32 key, address vault) external {
        vaults[key] = vault;
        emit Registered(key, vault);
    }
}
