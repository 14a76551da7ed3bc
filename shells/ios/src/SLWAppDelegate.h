#import "../declare/uikit.h"

// Scenes do the work; UIKit wants a delegate all the same. UIApplicationMain finds it by name.
@interface SLWAppDelegate : UIResponder <UIApplicationDelegate>
@end
