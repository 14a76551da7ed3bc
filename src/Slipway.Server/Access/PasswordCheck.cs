namespace Slipway.Server.Access;

/// <summary>What came of comparing a password with the hash of an account.</summary>
internal enum PasswordCheck
{
    /// <summary>It is another one, or there is no account.</summary>
    Wrong,

    /// <summary>It is the password.</summary>
    Right,

    /// <summary>It is the password, and its hash has fewer rounds than new ones have.</summary>
    Outdated,
}
