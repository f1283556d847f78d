// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Vault} from "../contracts/Vault.sol";
import {IERC20} from "../contracts/interfaces/IERC20.sol";
import {MockToken} from "../contracts/mocks/MockToken.sol";

contract Attacker {
    function reenter(Vault vault) external {
        vault.withdraw(1);
    }
}

contract VaultTest {
    Vault internal vault;

    function setUp() public {
        MockToken token = new MockToken();
        token.mint(address(this), 1e18);
        vault = new Vault(IERC20(address(token)));
    }

    function test_firstDepositIsOneToOne() public {
        assert(vault.deposit(100) == 100);
        assert(vault.withdraw(100) == 100);
    }
}
