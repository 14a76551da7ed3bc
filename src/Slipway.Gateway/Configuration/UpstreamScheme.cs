namespace Slipway.Gateway.Configuration;

/// <summary>How the gateway proves to a parent proxy who it is.</summary>
public enum UpstreamScheme
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>User and password, sent with the first request.</summary>
    Basic,

    /// <summary>Kerberos, or NTLM where the system has it.</summary>
    Negotiate,
}
