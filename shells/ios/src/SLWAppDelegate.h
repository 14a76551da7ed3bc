#import "../declare/uikit.h"

// Scenes do the work, but UIKit requires a delegate. UIApplicationMain finds it by name.
@interface SLWAppDelegate : UIResponder <UIApplicationDelegate>
@end
