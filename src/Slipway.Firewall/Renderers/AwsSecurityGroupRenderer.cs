namespace Slipway.Firewall.Renderers;

/// <summary>
/// Permissions for <c>aws ec2 authorize-security-group-egress --ip-permissions file://FILE</c> (undone with
/// <c>revoke-security-group-egress</c>, tried with <c>--dry-run</c>). Security groups do not apply to the name server of a VPC.
/// </summary>
internal static class AwsSecurityGroupRenderer
{
    // Descriptions have up to 255 characters from a small set.
    private const int MaxDescription = 255;

    public static string Render(RuleSet rules) => IndentedJson.Of(json =>
    {
        var description = rules.Origin.Length > MaxDescription ? rules.Origin[..MaxDescription] : rules.Origin;
        json.WriteStartArray();
        foreach (var port in rules.Ports)
        {
            json.WriteStartObject();
            json.WriteString("IpProtocol", "tcp");
            json.WriteNumber("FromPort", port);
            json.WriteNumber("ToPort", port);
            foreach (var (list, key, prefixes) in new[] { ("IpRanges", "CidrIp", rules.Ipv4), ("Ipv6Ranges", "CidrIpv6", rules.Ipv6) })
            {
                json.WriteStartArray(list);
                foreach (var prefix in prefixes)
                {
                    json.WriteStartObject();
                    json.WriteString(key, prefix.ToString());
                    json.WriteString("Description", description);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
