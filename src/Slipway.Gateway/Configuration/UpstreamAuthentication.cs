namespace Slipway.Gateway.Configuration;

/// <summary>How the gateway authenticates to a parent.</summary>
public enum UpstreamAuthentication
{
    /// <summary>Without authentication.</summary>
    None,

    /// <summary>With user and password, sent with the first request.</summary>
    Basic,

    /// <summary>With Kerberos, or with NTLM where the system supports it.</summary>
    Negotiate,
}
