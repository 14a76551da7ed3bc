using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>
/// A script for the AWS CLI that creates a prefix list for each family or updates the existing ones. It changes only
/// the differences, a hundred entries at a time, which is the limit of one request.
/// </summary>
internal static class AwsPrefixListRenderer
{
    private const string Functions = """
        set -eu
        dry=${1:-}
        case $dry in
          '' | --dry-run) ;;
          *) echo "usage: sh $0 [--dry-run]" >&2; exit 2 ;;
        esac
        work=$(mktemp -d)
        trap 'rm -rf "$work"' EXIT

        about() {
          aws ec2 describe-managed-prefix-lists --prefix-list-ids "$1" --query "PrefixLists[0].$2" --output text
        }

        settle() {
          while :; do
            case $(about "$1" State) in
              *-complete) return ;;
              *-failed) echo "$1: $(about "$1" StateMessage)" >&2; exit 1 ;;
            esac
            sleep "${SLIPWAY_PAUSE:-2}"
          done
        }

        change() {
          rm -f "$work"/piece.*
          split -l 100 "$work/$2" "$work/piece."
          for piece in "$work"/piece.*; do
            [ -e "$piece" ] || continue
            aws ec2 modify-managed-prefix-list --prefix-list-id "$1" --current-version "$(about "$1" Version)" "--$2-entries" $(sed 's/^/Cidr=/' "$piece") >/dev/null
            settle "$1"
          done
        }

        bring() {
          sort >"$work/wanted"
          : >"$work/present"
          id=$(aws ec2 describe-managed-prefix-lists --filters "Name=prefix-list-name,Values=$1" --query 'PrefixLists[0].PrefixListId' --output text)
          if [ "$id" != None ]; then
            aws ec2 get-managed-prefix-list-entries --prefix-list-id "$id" --query 'Entries[].[Cidr]' --output text | sort >"$work/present"
          fi
          comm -13 "$work/wanted" "$work/present" >"$work/remove"
          comm -23 "$work/wanted" "$work/present" >"$work/add"
          sed "s|^|$1 - |" "$work/remove"
          sed "s|^|$1 + |" "$work/add"
          if [ -n "$dry" ]; then return; fi
          if [ "$id" = None ]; then
            id=$(aws ec2 create-managed-prefix-list --prefix-list-name "$1" --address-family "$2" --max-entries "$3" --query PrefixList.PrefixListId --output text)
            settle "$id"
          fi
          change "$id" remove
          if [ "$(about "$id" MaxEntries)" -lt "$(wc -l <"$work/wanted")" ]; then
            aws ec2 modify-managed-prefix-list --prefix-list-id "$id" --max-entries "$3" >/dev/null
            settle "$id"
          fi
          change "$id" add
        }
        """;

    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line(Functions.ReplaceLineEndings("\n"));
        foreach (var (family, prefixes) in new[] { ("IPv4", rules.Ipv4), ("IPv6", rules.Ipv6) })
        {
            if (prefixes.Count == 0)
                continue;
            text.Line($"\nbring slipway-builder-{family.ToLowerInvariant()} {family} {PrefixListSize.For(prefixes.Count)} <<'PREFIXES'");
            foreach (var prefix in prefixes)
                text.Line(prefix.ToString());
            text.Line("PREFIXES");
        }

        return text.ToString();
    }
}
