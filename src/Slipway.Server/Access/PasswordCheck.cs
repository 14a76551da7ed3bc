namespace Slipway.Server.Access;

/// <summary>Result of comparing a password with the hash of an account.</summary>
internal enum PasswordCheck
{
    /// <summary>The password is wrong, or there is no account.</summary>
    Wrong,

    /// <summary>The password is correct.</summary>
    Right,

    /// <summary>The password is correct, but its hash has fewer rounds than new hashes.</summary>
    Outdated,
}
